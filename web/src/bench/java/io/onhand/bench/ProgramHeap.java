package io.onhand.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** How much memory a program holds. */
final class ProgramHeap {

    private static final long BYTES_PER_KB = 1_024;

    private ProgramHeap() {}

    /** Bytes in use after everything that nobody holds was given up. */
    static long used(BenchProgram program) throws IOException {
        ask(program, "GC.run");
        String info = ask(program, "GC.heap_info");
        var used = Pattern.compile("used (\\d+)K").matcher(info);
        if (!used.find()) {
            throw new IllegalStateException(info);
        }
        return Long.parseLong(used.group(1)) * BYTES_PER_KB;
    }

    private static String ask(BenchProgram program, String command) throws IOException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process =
                new ProcessBuilder(tool.toString(), Long.toString(program.pid()), command).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
