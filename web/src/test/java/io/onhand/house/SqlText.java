package io.onhand.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One SQL text and where it stands.
 *
 * @param sql folded to lower case, without comments, white space as single blanks
 */
record SqlText(String place, String sql) {

    private static final Pattern BLOCK =
            Pattern.compile("\"\"\"\\s*\\n(.*?)\"\"\"", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern VERB =
            Pattern.compile(
                    "\\s*\\(?(select|insert|update|delete|with|create|alter|drop|grant|set)\\s.*",
                    Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    static List<SqlText> ofMigrations() {
        return Sources.ending(".sql").stream()
                .filter(path -> path.toString().contains("db/migration/common"))
                .map(path -> of(path, String.join("\n", Sources.lines(path))))
                .toList();
    }

    /** The statements in the classes that may hold some. */
    static List<SqlText> ofClasses() {
        var all = new ArrayList<SqlText>();
        for (Path path : homes()) {
            String source = String.join("\n", Sources.lines(path));
            collect(path, BLOCK.matcher(source), all);
            collect(path, LITERAL.matcher(BLOCK.matcher(source).replaceAll("")), all);
        }
        return all;
    }

    static List<Path> homes() {
        return Sources.ending(".java").stream()
                .filter(path -> path.toString().contains("/src/main/"))
                .filter(path -> path.toString().matches(".*(Queries|Statements)\\.java"))
                .toList();
    }

    private static void collect(Path path, Matcher found, List<SqlText> all) {
        while (found.find()) {
            if (VERB.matcher(found.group(1)).matches()) {
                all.add(of(path, found.group(1)));
            }
        }
    }

    private static SqlText of(Path path, String sql) {
        String folded =
                sql.replaceAll("--[^\\n]*", "").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return new SqlText(path.getFileName().toString(), folded.strip());
    }
}
