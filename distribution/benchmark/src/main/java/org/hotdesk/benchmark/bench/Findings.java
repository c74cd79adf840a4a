package org.hotdesk.benchmark.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a benchmark is doing and has found so far: each figure is told as soon as it is there, so
 * that a run which is ended early was not in vain. Thread-safe.
 */
final class Findings {
    private final PrintStream progress;
    private final Optional<PrintStream> table;
    private final List<Figure> figures = new ArrayList<>();

    private Findings(PrintStream progress, Optional<PrintStream> table) {
        this.progress = progress;
        this.table = table;
    }

    /** Tells figures only when they are asked for. */
    static Findings silent(PrintStream progress) {
        return new Findings(progress, Optional.empty());
    }

    /** Tells each figure at once, as a row of a table. */
    static Findings told(PrintStream progress, PrintStream table) {
        return new Findings(progress, Optional.of(table));
    }

    /** Says what happens now. */
    synchronized void say(String what) {
        progress.println("… " + what);
    }

    /** Names the columns of the figures that follow. */
    void head(String title) {
        row(out -> out.println(Figure.head(title)));
    }

    synchronized void found(Figure figure) {
        figures.add(figure);
        row(out -> out.println(figure.row()));
    }

    private void row(Consumer<PrintStream> print) {
        table.ifPresent(
                out -> {
                    print.accept(out);
                    out.flush();
                });
    }

    /** All figures up to now. */
    synchronized List<Figure> figures() {
        return List.copyOf(figures);
    }
}
