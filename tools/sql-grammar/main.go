// Command sql-grammar reads the project's SQL as CockroachDB 25.2 would: every migration that CockroachDB runs and every
// statement in classes named *Queries or *Statements is parsed by CockroachDB's own parser. What its grammar refuses is
// listed with file and line, so that one SQL text keeps serving both databases.
//
//	sql-grammar ROOT
//
// It judges grammar only; what parses and is not implemented is the business of SqlRulesTest.
// Exit status: 0 all parsed, 1 something was refused, 2 there was nothing to read.
package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/cockroachdb/cockroachdb-parser/pkg/sql/parser"
)

// A statement as it stands in a file.
type statement struct {
	file string
	line int
	sql  string
}

var (
	// Role names are placeholders of the migrations.
	placeholder = regexp.MustCompile(`\$\{(\w+)\}`)
	textBlock   = regexp.MustCompile(`(?s)"""[ \t]*\n(.*?)"""`)
	// A literal, or several that the compiler joins.
	literal = regexp.MustCompile(`"(?:[^"\\\n]|\\.)*"(?:\s*\+\s*"(?:[^"\\\n]|\\.)*")*`)
	joint   = regexp.MustCompile(`"\s*\+\s*"`)
	verb    = regexp.MustCompile(`(?i)^\s*\(?\s*(select|insert|update|delete|with|create|alter|drop|grant|revoke|set|comment)\s`)
	// A colon before a name, and not the second colon of a cast.
	named = regexp.MustCompile(`(^|[^:\w]):([a-zA-Z_]\w*)`)
)

func main() {
	root := "."
	if len(os.Args) > 1 {
		root = os.Args[1]
	}
	parsed, refused := 0, 0
	for _, found := range read(root) {
		trees, err := parser.Parse(portable(found.sql))
		if err != nil {
			refused++
			fmt.Printf("%s:%d: %v\n    %s\n", found.file, found.line, err, head(found.sql))
			continue
		}
		parsed += len(trees)
	}
	fmt.Printf("SQL grammar: %d statements parsed, %d refused\n", parsed, refused)
	if refused > 0 {
		os.Exit(1)
	}
	if parsed == 0 {
		os.Exit(2)
	}
}

// read collects all SQL below a folder that CockroachDB is to run.
func read(root string) []statement {
	var all []statement
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if name := entry.Name(); name == "target" || name == ".git" || name == "test" || name == "node_modules" {
				return fs.SkipDir
			}
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name := entry.Name()
		switch {
		case strings.HasSuffix(name, ".sql") && isMigration(path):
			sql := placeholder.ReplaceAllString(string(text), "onhand_$1")
			all = append(all, statement{path, 1, sql})
		case strings.HasSuffix(name, "Queries.java"), strings.HasSuffix(name, "Statements.java"):
			all = append(all, inJava(path, string(text))...)
		}
		return nil
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	return all
}

func isMigration(path string) bool {
	return strings.Contains(path, "db/migration/") && !strings.Contains(path, "/postgresql/")
}

// inJava finds text blocks and literals that begin like SQL.
func inJava(path, source string) []statement {
	var all []statement
	blank := func(match string) string { return strings.Repeat("\n", strings.Count(match, "\n")) }
	for _, at := range textBlock.FindAllStringSubmatchIndex(source, -1) {
		all = append(all, statement{path, lineOf(source, at[0]), source[at[2]:at[3]]})
	}
	rest := textBlock.ReplaceAllStringFunc(source, blank)
	for _, at := range literal.FindAllStringIndex(rest, -1) {
		sql := joint.ReplaceAllString(rest[at[0]:at[1]], "")
		// What goes on after the literal is built from names, as statements about roles must be.
		if !strings.HasPrefix(strings.TrimSpace(rest[at[1]:]), "+") {
			all = append(all, statement{path, lineOf(rest, at[0]), sql[1 : len(sql)-1]})
		}
	}
	var sql []statement
	for _, found := range all {
		if verb.MatchString(found.sql) {
			sql = append(sql, found)
		}
	}
	return sql
}

func lineOf(source string, at int) int {
	return 1 + strings.Count(source[:at], "\n")
}

// portable turns JDBC's parameters into numbered ones, and a literal's escapes into what they stand for.
func portable(sql string) string {
	sql = strings.NewReplacer("\\\n", "", `\"`, `"`, `\\`, `\`).Replace(sql)
	numbers := map[string]int{}
	sql = named.ReplaceAllStringFunc(sql, func(match string) string {
		parts := named.FindStringSubmatch(match)
		if _, seen := numbers[parts[2]]; !seen {
			numbers[parts[2]] = len(numbers) + 1
		}
		return fmt.Sprintf("%s$%d", parts[1], numbers[parts[2]])
	})
	next, quoted := len(numbers), false
	var out strings.Builder
	for _, r := range sql {
		if r == '\'' {
			quoted = !quoted
		}
		if r == '?' && !quoted {
			next++
			fmt.Fprintf(&out, "$%d", next)
			continue
		}
		out.WriteRune(r)
	}
	return out.String()
}

// head is enough of a statement to know it again.
func head(sql string) string {
	line := strings.Join(strings.Fields(sql), " ")
	if len(line) > 100 {
		line = line[:100] + "…"
	}
	return line
}
