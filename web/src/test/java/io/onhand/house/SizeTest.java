package io.onhand.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The tail is what people suffer from: the longest file, the longest method. */
class SizeTest {

    private static final int JAVA_LINES_MAX = 300;
    private static final int TEMPLATE_LINES_MAX = 120;
    private static final int METHOD_LINES_MAX = 40;

    @Test
    void noJavaFileIsLong() {
        assertThat(longerThan(JAVA_LINES_MAX, Sources.ending(".java"))).as("split me").isEmpty();
    }

    @Test
    void noTemplateIsLong() {
        List<Path> templates =
                Sources.ending(".html").stream()
                        .filter(path -> path.toString().contains("/templates/"))
                        .toList();
        assertThat(longerThan(TEMPLATE_LINES_MAX, templates)).as("split me").isEmpty();
    }

    @Test
    void noMethodIsLong() throws IOException {
        assertThat(methods().stream().filter(method -> method.lines > METHOD_LINES_MAX))
                .as("split me")
                .isEmpty();
    }

    private record Method(String file, String name, int lines) {}

    private static List<Path> mainFiles() {
        return Sources.ending(".java").stream()
                .filter(path -> path.toString().contains("/src/main/"))
                .toList();
    }

    private static List<String> longerThan(int max, List<Path> files) {
        return files.stream()
                .filter(path -> Sources.lines(path).size() > max)
                .map(path -> path + ": " + Sources.lines(path).size() + " lines")
                .toList();
    }

    private static List<Method> methods() throws IOException {
        var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK");
        var found = new ArrayList<Method>();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjectsFromPaths(mainFiles());
            var task = (JavacTask) compiler.getTask(null, files, null, null, null, sources);
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new MethodMeter(unit, positions, found), null);
            }
        }
        return found;
    }

    /** Measures from the first line of a method's declaration to its closing brace. */
    private static final class MethodMeter extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Method> found;

        MethodMeter(CompilationUnitTree unit, SourcePositions positions, List<Method> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            if (method.getBody() != null) {
                var lines = unit.getLineMap();
                long first = lines.getLineNumber(positions.getStartPosition(unit, method));
                long last = lines.getLineNumber(positions.getEndPosition(unit, method));
                String file = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
                found.add(new Method(file, method.getName().toString(), (int) (last - first + 1)));
            }
            return super.visitMethod(method, null);
        }
    }
}
