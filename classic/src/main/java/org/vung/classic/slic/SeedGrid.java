package org.vung.classic.slic;

import org.vung.image.Size;

/**
 * Seeds on a regular grid.
 *
 * @param size of the image
 * @param firstRow row of the first seeds
 * @param firstColumn column of the first seeds
 * @param rowStep rows between seeds, at least 1
 * @param columnStep columns between seeds, at least 1
 */
record SeedGrid(Size size, int firstRow, int firstColumn, int rowStep, int columnStep) {

    /**
     * The grid that comes nearest to so many seeds: squares, or one line of seeds where the image is thinner than a square.
     *
     * @param wanted at least 1
     */
    static SeedGrid over(Size size, int wanted) {
        if (size.pixels() <= wanted) {
            return new SeedGrid(size, 0, 0, 1, 1);
        }
        int thin = Math.min(size.height(), size.width());
        int thick = Math.max(size.height(), size.width());
        double across = Math.sqrt((double) size.pixels() / wanted);
        double along = across;
        if (thin < across) {
            across = thin;
            along = (double) thick / wanted;
        }
        boolean tall = size.height() > size.width();
        double rows = tall ? along : across;
        double columns = tall ? across : along;
        return new SeedGrid(
                size, (int) (rows / 2), (int) (columns / 2), (int) Math.rint(rows), (int) Math.rint(columns));
    }

    int rows() {
        return (size.height() - firstRow + rowStep - 1) / rowStep;
    }

    int columns() {
        return (size.width() - firstColumn + columnStep - 1) / columnStep;
    }

    int count() {
        return rows() * columns();
    }

    int row(int seed) {
        return firstRow + seed / columns() * rowStep;
    }

    int column(int seed) {
        return firstColumn + seed % columns() * columnStep;
    }
}
