// The stream of changes, by server-sent events (source) or else by the WebSocket /live: one protocol, onhand.v1.
// It waits for `subscribed`, has the page read, hands on frames in order, resumes after a cut, and says how it stands.
window.onhandLiveStream = ({ source, topics, say, catchUp, levels }) => {
  const SILENT_MAX_MS = 60_000; // the server says something every 25 s
  const DOWN_MAX_MS = 15_000;
  const PAUSE_MIN_MS = 500;
  const PAUSE_MAX_MS = 30_000;
  const ENDED = [4001, 4003]; // signed out, rights withdrawn: coming back does not help
  const positions = new Map();
  let line = null;
  let heard = Date.now();
  let downSince = Date.now();
  let failures = 0;
  let reading = null;
  let readNext = false;
  let timer = 0;

  const jitter = (ms) => ms / 2 + Math.random() * ms / 2;
  const stands = () => { if (!reading && line && !downSince) say('live'); };
  const down = () => {
    downSince ||= Date.now();
    if (Date.now() - downSince < DOWN_MAX_MS) say('reconnecting');
  };

  // One reading at a time; what is asked for meanwhile is read once more after it.
  const readAgain = () => {
    readNext = true;
    if (reading) return;
    reading = (async () => {
      for (let pause = PAUSE_MIN_MS; readNext; pause = Math.min(pause * 2, PAUSE_MAX_MS)) {
        readNext = false;
        try {
          await catchUp();
        } catch {
          readNext = true;
          say('reconnecting');
          await new Promise((done) => setTimeout(done, jitter(pause)));
        }
      }
      reading = null;
      stands();
    })();
  };

  // A frame whose number is not the next one of its epoch: something was missed.
  const place = (message) => {
    const last = positions.get(message.topic);
    positions.set(message.topic, { epoch: message.epoch, seq: message.seq });
    if (!last || last.epoch !== message.epoch) return 'gap';
    return message.seq <= last.seq ? 'old' : message.seq === last.seq + 1 ? 'next' : 'gap';
  };

  const receive = (message, resumed) => {
    heard = Date.now();
    if (message.subscribed) {
      failures = 0;
      downSince = 0;
      if (resumed?.has(message.topic)) return stands(); // what was missed follows, or a reset
      positions.set(message.topic, { epoch: message.epoch, seq: message.seq });
      readAgain();
    } else if (message.reset) {
      positions.set(message.topic, { epoch: message.epoch, seq: message.seq });
      readAgain();
    } else if (message.levels) {
      const found = place(message);
      if (found === 'gap') readAgain();
      const location = message.topic.slice('stock:'.length);
      if (found !== 'old') levels(message.levels.map((level) => ({ ...level, location })));
    } else if (message.close) {
      again(message.close.retryMs, message.close.code);
    }
    stands();
  };

  const again = (after, code) => {
    line?.close();
    line = null;
    clearTimeout(timer);
    down();
    if (ENDED.includes(code)) return say('stale', Date.now());
    const pause = Math.min(PAUSE_MIN_MS * 2 ** failures++, PAUSE_MAX_MS);
    timer = setTimeout(connect, after > 0 ? after : jitter(pause));
  };

  const events = () => {
    const stream = new EventSource(source);
    stream.addEventListener('message', (event) => receive(JSON.parse(event.data)));
    stream.addEventListener('error', () => {
      if (stream !== line) return;
      down();
      if (stream.readyState === EventSource.CLOSED) again();
    });
    return stream;
  };

  const socket = () => {
    const from = Object.fromEntries(topics.filter((t) => positions.has(t)).map((t) => [t, positions.get(t)]));
    const resumed = new Set(Object.keys(from));
    const opened = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/live`, 'onhand.v1');
    opened.addEventListener('open', () => {
      if (topics.length) return opened.send(JSON.stringify({ subscribe: topics, from }));
      downSince = 0; // a page without numbers only says how the line stands
      stands();
    });
    opened.addEventListener('message', (event) => receive(JSON.parse(event.data), resumed));
    opened.addEventListener('close', (event) => {
      if (opened !== line) return;
      const told = event.code === 4010 && /^\{"retryMs":\d+\}$/.test(event.reason) ? JSON.parse(event.reason).retryMs : 0;
      again(told, event.code);
    });
    return opened;
  };

  const connect = () => {
    heard = Date.now();
    line = source ? events() : socket();
  };

  setInterval(() => {
    if (line && Date.now() - heard > SILENT_MAX_MS) again();
    if (downSince && Date.now() - downSince > DOWN_MAX_MS) say('stale', downSince);
  }, 1_000);
  window.addEventListener('online', () => {
    if (line) return;
    clearTimeout(timer);
    connect();
  });
  say('reconnecting');
  connect();
  return { readAgain };
};
