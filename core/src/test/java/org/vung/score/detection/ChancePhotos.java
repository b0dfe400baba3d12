package org.vung.score.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.vung.image.Size;
import org.vung.mask.RunLengths;

/** Photos by chance: few different scores, so that many are equal; areas at the limits; crowds; three classes. */
record ChancePhotos(Random random, Kind kind, int mostDetections) {

    static final Size SIZE = new Size(40, 48);

    private static final int[] SIDES = {2, 9, 16, 31, 32, 33, 64, 95, 96, 97, 144, 200};
    private static final double[] AREAS = {0, 1023.5, 1024, 1024.5, 5000, 9215, 9216, 9217, 1e10, 2e10};

    /** What objects are like. */
    enum Kind {
        /** On whole and half pixels, small to large. */
        BOX,
        /** On whole pixels inside {@link #SIZE}. */
        SMALL_BOX,
        /** Rectangles with noise. */
        MASK
    }

    /** Up to four. */
    List<Photo> next() {
        List<Photo> photos = new ArrayList<>();
        for (int photo = random.nextInt(4); photo >= 0; photo--) {
            photos.add(photo());
        }
        return photos;
    }

    /** Most detections are near a true object of their class, some twice; some are anywhere. */
    private Photo photo() {
        List<GroundTruth> truths = new ArrayList<>();
        for (int object = random.nextInt(8); object > 0; object--) {
            Extent extent = anywhere();
            double area = random.nextBoolean() ? extent.area() : AREAS[random.nextInt(AREAS.length)];
            truths.add(new GroundTruth(random.nextInt(3), extent, random.nextInt(5) == 0, area));
        }
        List<Detection> detections = new ArrayList<>();
        for (int found = random.nextInt(mostDetections + 1); found > 0; found--) {
            double score = random.nextInt(6) / 5.0;
            if (truths.isEmpty() || random.nextInt(5) == 0) {
                detections.add(new Detection(random.nextInt(3), score, anywhere()));
            } else {
                GroundTruth truth = truths.get(random.nextInt(truths.size()));
                int category = random.nextInt(8) == 0 ? random.nextInt(3) : truth.category();
                detections.add(new Detection(category, score, near(truth.extent())));
            }
        }
        return new Photo(truths, detections);
    }

    private Extent anywhere() {
        if (kind == Kind.BOX) {
            int height = SIDES[random.nextInt(SIDES.length)];
            int width = random.nextBoolean() ? height : SIDES[random.nextInt(SIDES.length)];
            return new BoundingBox(random.nextInt(50) / 2.0, random.nextInt(50) / 2.0, height, width);
        }
        int height = 1 + random.nextInt(SIZE.height());
        int width = 1 + random.nextInt(SIZE.width());
        BoundingBox box = new BoundingBox(
                random.nextInt(SIZE.height() - height + 1), random.nextInt(SIZE.width() - width + 1), height, width);
        return kind == Kind.SMALL_BOX ? box : noise(filled(box), random.nextDouble() * 0.3);
    }

    /** The same or changed a little. */
    private Extent near(Extent extent) {
        if (random.nextInt(4) == 0) {
            return extent;
        }
        if (extent instanceof ObjectMask mask) {
            return noise(mask, random.nextDouble() * 0.5);
        }
        BoundingBox box = (BoundingBox) extent;
        double[] rows = edges(box.row(), box.height(), kind == Kind.BOX ? 1000 : SIZE.height());
        double[] columns = edges(box.column(), box.width(), kind == Kind.BOX ? 1000 : SIZE.width());
        return new BoundingBox(rows[0], columns[0], rows[1] - rows[0], columns[1] - columns[0]);
    }

    private double[] edges(double start, double length, double limit) {
        int most = 1 + (int) length / 6;
        double from = Math.max(0, Math.min(limit - 1, start + random.nextInt(2 * most + 1) - most));
        double to = Math.max(from + 1, Math.min(limit, start + length + random.nextInt(2 * most + 1) - most));
        return new double[] {from, to};
    }

    private ObjectMask noise(ObjectMask mask, double share) {
        boolean[] inside = mask.pixels().pixels();
        for (int pixel = 0; pixel < inside.length; pixel++) {
            inside[pixel] &= random.nextDouble() >= share;
        }
        return new ObjectMask(RunLengths.of(SIZE, inside));
    }

    /** A box on whole pixels as a mask. */
    static ObjectMask filled(Extent extent) {
        BoundingBox box = (BoundingBox) extent;
        boolean[] inside = new boolean[SIZE.pixels()];
        for (int pixel = 0; pixel < inside.length; pixel++) {
            int row = pixel / SIZE.width();
            int column = pixel % SIZE.width();
            inside[pixel] = row >= box.row()
                    && row < box.row() + box.height()
                    && column >= box.column()
                    && column < box.column() + box.width();
        }
        return new ObjectMask(RunLengths.of(SIZE, inside));
    }
}
