package io.onhand.web.start;

import java.util.List;

/** What a part of the program tells the person who started it, below the line that it is ready. */
public interface Welcome {

    /** Lines to print, each complete in itself. */
    List<String> lines();
}
