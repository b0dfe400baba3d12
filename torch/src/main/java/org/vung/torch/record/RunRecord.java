package org.vung.torch.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes the numbers of a run down as it goes: a row of {@code metrics.csv} and an event for TensorBoard at each step that is
 * recorded. Both are with the system when {@link #log} returns, so a program that is killed loses nothing; what a crash of the
 * machine tears is dropped when the run is opened again.
 *
 * <p>Not for several threads at once.
 */
public final class RunRecord implements AutoCloseable {

    private final MetricsFile metrics;
    private final EventFile events;

    private RunRecord(MetricsFile metrics, EventFile events) {
        this.metrics = metrics;
        this.events = events;
    }

    /**
     * Begins or goes on; the names of the first row are the columns of the table.
     *
     * @param folder of the run
     * @param afterStep the last step that counts, 0 for a new run; rows of later steps are dropped, events of later steps are
     *     forgotten by TensorBoard
     * @return the record, to be closed
     * @throws IOException if the table is damaged or the folder cannot be written
     */
    public static RunRecord open(Path folder, long afterStep) throws IOException {
        return open(folder, afterStep, List.of());
    }

    /**
     * Begins or goes on with the columns that are named, of which a row may leave any empty. Those that a table to go on with
     * does not have are added on its right.
     *
     * @param folder of the run
     * @param afterStep the last step that counts, 0 for a new run
     * @param names of all numbers that the run will record, in the order of their columns
     * @return the record, to be closed
     * @throws IOException if the table is damaged or the folder cannot be written
     */
    public static RunRecord open(Path folder, long afterStep, List<String> names) throws IOException {
        if (afterStep < 0) {
            throw new IllegalArgumentException("afterStep must be at least 0, got " + afterStep);
        }
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder + " (folder of the run; make it with RunFolder)");
        }
        MetricsFile metrics = MetricsFile.open(folder.resolve(Metrics.FILE), afterStep, names);
        try {
            return new RunRecord(metrics, EventFile.create(folder, afterStep));
        } catch (IOException failure) {
            metrics.close();
            throw failure;
        }
    }

    /**
     * Records numbers of one step.
     *
     * @param step of the optimizer, counted over all epochs; not below that of the last call
     * @param epoch it belongs to
     * @param values by name; any number, NaN included. The map's order is that of the columns where this is the first row
     * @throws IllegalArgumentException if a name has no column
     * @throws IOException if a file cannot be written, such as on a full disk; the table then lacks this row, both files stay
     *     whole
     */
    public void log(long step, int epoch, Map<String, Double> values) throws IOException {
        Metrics.Row row = new Metrics.Row(step, epoch, values);
        metrics.check(row);
        events.scalars(step, values);
        metrics.append(row); // last, so that the table never holds a row whose call has failed
    }

    @Override
    public void close() throws IOException {
        try (metrics) {
            events.close();
        }
    }
}
