import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;

/** Checks, or with "apply" repairs, the layout of every Java file under a folder. */
void main(String[] args) throws Exception {
    var sources = Path.of(args[1]);
    if (!Files.isDirectory(sources)) {
        return;
    }
    List<Path> files;
    try (var tree = Files.walk(sources)) {
        files = tree.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    var untidy = new ArrayList<Path>();
    for (var file : files) {
        var before = Files.readString(file);
        var after = tidy(file, before);
        if (!after.equals(before)) {
            untidy.add(file);
            if (args[0].equals("apply")) {
                Files.writeString(file, after);
            }
        }
    }
    if (!untidy.isEmpty() && !args[0].equals("apply")) {
        untidy.forEach(file -> System.err.println("not formatted: " + file));
        System.err.println("Repair with: mvn -Dformat=apply process-sources");
        System.exit(1);
    }
}

String tidy(Path file, String source) throws Exception {
    var options = JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build();
    try {
        var imports = ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(source), options.style());
        return new Formatter(options).formatSource(imports);
    } catch (com.google.googlejavaformat.java.FormatterException unreadable) {
        throw new IllegalStateException(file + ": " + unreadable.getMessage(), unreadable);
    }
}
