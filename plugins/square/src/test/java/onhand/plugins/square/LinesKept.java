package onhand.plugins.square;

import io.onhand.plugin.Log;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what the connector says. */
final class LinesKept implements Log {

    final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void note(String sentence) {
        lines.add(sentence);
    }

    @Override
    public void warn(String sentence) {
        lines.add(sentence);
    }
}
