package org.vung.applications.farming;

import org.vung.measure.scene.Coverage;

/**
 * How far the cells that were sprayed are those that a person's labels would have sprayed by the same rules.
 *
 * @param both sprayed either way
 * @param needless sprayed, though by the labels they need not be
 * @param missed not sprayed, though by the labels they should be
 * @param neither left alone either way
 */
record Agreement(int both, int needless, int missed, int neither) {

    static final Agreement NONE = new Agreement(0, 0, 0, 0);

    static Agreement of(Plot said, Plot truth) {
        Agreement sum = NONE;
        for (Coverage cell : said.cells()) {
            boolean sprayed = said.sprays(cell.place());
            boolean wanted = truth.sprays(cell.place());
            sum = sum.plus(new Agreement(
                    sprayed && wanted ? 1 : 0,
                    sprayed && !wanted ? 1 : 0,
                    !sprayed && wanted ? 1 : 0,
                    !sprayed && !wanted ? 1 : 0));
        }
        return sum;
    }

    Agreement plus(Agreement other) {
        return new Agreement(
                both + other.both, needless + other.needless, missed + other.missed, neither + other.neither);
    }

    /** Of the sprayed cells those that should be; NaN where none was. */
    double precision() {
        return both / (double) (both + needless);
    }

    /** Of the cells that should be sprayed those that were; NaN where there are none. */
    double recall() {
        return both / (double) (both + missed);
    }
}
