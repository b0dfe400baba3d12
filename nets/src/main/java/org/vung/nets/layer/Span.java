package org.vung.nets.layer;

/**
 * A run of places along one axis, both ends included; places outside the map (below 0, beyond its length) are allowed.
 *
 * @param first the first place
 * @param last the last place; below {@code first} where the run is empty
 */
public record Span(long first, long last) {

    private static final long FAR = Long.MAX_VALUE / 4;

    /** Everything: what a layer needs that looks at the whole map. */
    public static final Span ALL = new Span(-FAR, FAR);

    /** Nothing. */
    public static final Span NONE = new Span(0, -1);

    /**
     * A single place.
     *
     * @param place where
     * @return a run of one
     */
    public static Span at(long place) {
        return new Span(place, place);
    }

    /**
     * Whether it holds no place.
     *
     * @return true if empty
     */
    public boolean isEmpty() {
        return first > last;
    }

    /**
     * Whether it is everything.
     *
     * @return true for {@link #ALL}
     */
    public boolean isAll() {
        return first <= -FAR || last >= FAR;
    }

    /**
     * How many places it holds.
     *
     * @return at least 0
     */
    public long length() {
        return isEmpty() ? 0 : last - first + 1;
    }

    /**
     * The least run that holds both.
     *
     * @param that another run
     * @return their hull
     */
    public Span hull(Span that) {
        if (isEmpty() || isAll()) {
            return isAll() ? ALL : that;
        }
        if (that.isEmpty() || that.isAll()) {
            return that.isAll() ? ALL : this;
        }
        return new Span(Math.min(first, that.first), Math.max(last, that.last));
    }

    @Override
    public String toString() {
        return isEmpty() ? "nothing" : isAll() ? "everything" : first + " … " + last;
    }
}
