package org.vung.nets.weights;

import java.util.List;
import java.util.StringJoiner;

/**
 * What a file has, held against what a network expects.
 *
 * @param matched name and dimensions fit; in the network's order, under the network's names
 * @param missing the network expects them, the file lacks them
 * @param unexpected the file has them, the network does not want them
 * @param clashes the name fits, the dimensions do not
 */
public record MatchReport(Weights matched, List<String> missing, List<String> unexpected, List<ShapeClash> clashes) {

    private static final int SHOWN = 20;

    /** Freezes the lists. */
    public MatchReport {
        missing = List.copyOf(missing);
        unexpected = List.copyOf(unexpected);
        clashes = List.copyOf(clashes);
    }

    /**
     * Whether every expected tensor is there and no other.
     *
     * @return true if nothing is missing, unexpected or of other dimensions
     */
    public boolean isComplete() {
        return missing.isEmpty() && unexpected.isEmpty() && clashes.isEmpty();
    }

    /**
     * The weights, if they fit altogether.
     *
     * @return {@link #matched()}
     * @throws WeightFileException with this report if they do not
     */
    public Weights matchedOrThrow() throws WeightFileException {
        if (isComplete()) {
            return matched;
        }
        throw new WeightFileException("the weights do not fit the network", toString());
    }

    /**
     * The report as text, at most twenty lines a kind.
     *
     * @return one line of counts, then a line for each tensor that does not fit, with a hint
     */
    @Override
    public String toString() {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(matched.names().size() + " matched, " + missing.size() + " missing, " + unexpected.size()
                + " unexpected, " + clashes.size() + " of other dimensions");
        add(lines, clashes.stream().map(ShapeClash::toString).toList());
        add(lines, missing.stream().map(this::missing).toList());
        add(
                lines,
                unexpected.stream()
                        .map(name -> name + ": unexpected; rename or drop it")
                        .toList());
        return lines.toString();
    }

    private String missing(String name) {
        String guess = unexpected.isEmpty() ? "" : "; perhaps " + NearestName.to(name, unexpected) + ", rename it";
        return name + ": missing" + guess;
    }

    private static void add(StringJoiner lines, List<String> some) {
        some.stream().limit(SHOWN).forEach(line -> lines.add("  " + line));
        if (some.size() > SHOWN) {
            lines.add("  … and " + (some.size() - SHOWN) + " more");
        }
    }
}
