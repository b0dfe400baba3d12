package org.vung.nets.diagram;

/** What a box stands for; its colour and its word in the legend. */
public enum Kind {
    /** Where images enter. */
    INPUT("input", "#e8e8e8", "#7a7a7a"),
    /** Windows with weights. */
    CONVOLUTION("convolution", "#cfe2f3", "#2f6ea5"),
    /** Maps become smaller. */
    SHRINK("pooling", "#f8d3c5", "#b9502a"),
    /** Maps become larger. */
    ENLARGE("enlargement", "#cfead6", "#2d7d4a"),
    /** Two maps become one. */
    JOIN("join", "#fbe9b7", "#a87f12"),
    /** Every number by itself, or by its channel's statistics. */
    FUNCTION("norm, activation", "#e6dbf1", "#6f4a9c"),
    /** Sides added or taken away, channels laid out. */
    SIZE("padding, cropping", "#f1e3d8", "#86603f"),
    /** Vectors. */
    VECTOR("vector", "#d3ecec", "#2b7a7b");

    private final String word;
    private final String fill;
    private final String line;

    Kind(String word, String fill, String line) {
        this.word = word;
        this.fill = fill;
        this.line = line;
    }

    /**
     * The word in a legend.
     *
     * @return such as {@code pooling}
     */
    public String word() {
        return word;
    }

    /**
     * The colour inside.
     *
     * @return as SVG and DOT write it
     */
    public String fill() {
        return fill;
    }

    /**
     * The colour of lines and shapes.
     *
     * @return as SVG and DOT write it
     */
    public String line() {
        return line;
    }
}
