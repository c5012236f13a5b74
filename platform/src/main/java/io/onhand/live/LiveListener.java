package io.onhand.live;

import java.util.List;

/** One client as rings see it. Called under a ring's lock: it must only take note, never wait. */
public interface LiveListener {

    /** A frame that was just made. */
    void hear(Frame frame);

    /** What a joining client hears first: {@code subscribed}, then what it missed or a reset. */
    void catchUp(List<Frame> frames);
}
