package org.vung.score.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The twelve numbers from their definitions alone, slowly: masks are pixels, nothing is sorted, every threshold starts anew. */
public final class DefinedScores {

    private static final double[] THRESHOLDS = {0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.8999999999999999, 0.95};

    private final List<Seen> photos = new ArrayList<>();

    /** Takes photos in their order. */
    public DefinedScores(List<Photo> photos) {
        photos.forEach(photo -> this.photos.add(new Seen(photo)));
    }

    /** A photo with the overlaps [detection][truth] and the place of each detection among those of its class. */
    private static final class Seen {
        final List<GroundTruth> truths;
        final List<Detection> detections;
        final double[][] overlap;
        final int[] rank;

        Seen(Photo photo) {
            truths = photo.truths();
            detections = photo.detections();
            overlap = new double[detections.size()][truths.size()];
            rank = new int[detections.size()];
            Map<ObjectMask, boolean[]> pixels = new HashMap<>();
            for (int found = 0; found < rank.length; found++) {
                for (int other = 0; other < rank.length; other++) {
                    rank[found] += isSurer(other, found) ? 1 : 0;
                }
                for (int truth = 0; truth < truths.size(); truth++) {
                    overlap[found][truth] = overlap(detections.get(found), truths.get(truth), pixels);
                }
            }
        }

        /** The detection of a class and a rank, −1 if it has fewer. */
        int find(int category, int place) {
            for (int found = 0; found < rank.length; found++) {
                if (rank[found] == place && detections.get(found).category() == category) {
                    return found;
                }
            }
            return -1;
        }

        private static double overlap(Detection found, GroundTruth truth, Map<ObjectMask, boolean[]> pixels) {
            if (found.category() != truth.category()) {
                return 0;
            }
            double shared = found.extent() instanceof ObjectMask mask
                    ? shared(pixels(mask, pixels), pixels((ObjectMask) truth.extent(), pixels))
                    : shared((BoundingBox) found.extent(), (BoundingBox) truth.extent());
            double own = found.extent().area();
            return shared == 0
                    ? 0
                    : shared / (truth.crowd() ? own : own + truth.extent().area() - shared);
        }

        private static boolean[] pixels(ObjectMask mask, Map<ObjectMask, boolean[]> known) {
            return known.computeIfAbsent(mask, first -> mask.pixels().pixels());
        }

        private boolean isSurer(int other, int found) {
            Detection one = detections.get(found);
            Detection two = detections.get(other);
            boolean before = one.score() == two.score() ? other < found : two.score() > one.score();
            return before && one.category() == two.category();
        }
    }

    private static double shared(boolean[] one, boolean[] two) {
        int shared = 0;
        for (int pixel = 0; pixel < one.length; pixel++) {
            shared += one[pixel] && two[pixel] ? 1 : 0;
        }
        return shared;
    }

    private static double shared(BoundingBox one, BoundingBox two) {
        return shared(one.row(), one.row() + one.height(), two.row(), two.row() + two.height())
                * shared(one.column(), one.column() + one.width(), two.column(), two.column() + two.width());
    }

    private static double shared(double start, double end, double otherStart, double otherEnd) {
        return Math.max(0, Math.min(end, otherEnd) - Math.max(start, otherStart));
    }

    /** One of the twelve by the words of its label; NaN where no class has true objects. */
    public double value(Measure measure) {
        Set<Integer> classes = new TreeSet<>();
        photos.forEach(photo -> photo.truths.forEach(truth -> classes.add(truth.category())));
        return classes.stream()
                .mapToDouble(category -> value(measure, category))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    /** Of one class. */
    public double value(Measure measure, int category) {
        String kind = measure.label().substring(0, 2);
        String detail = measure.label().substring(2);
        double[] area = switch (detail) {
            case "s" -> new double[] {0, 1024};
            case "m" -> new double[] {1024, 9216};
            case "l" -> new double[] {9216, 1e10};
            default -> new double[] {0, 1e10};
        };
        double[] thresholds = detail.equals("50") && kind.equals("AP")
                ? new double[] {0.5}
                : detail.equals("75") ? new double[] {0.75} : THRESHOLDS;
        int limit = kind.equals("AR") && detail.startsWith("1") ? Integer.parseInt(detail) : 100;
        return Arrays.stream(thresholds)
                .map(threshold -> {
                    Row row = new Row(category, area, threshold, limit);
                    return kind.equals("AP") ? row.precision() : row.recall();
                })
                .average()
                .orElseThrow();
    }

    /** A detection with its fate: 1 right, −1 wrong, 0 ignored. */
    private record Judged(double score, int photo, int rank, int fate) {

        boolean isNotAfter(Judged other) {
            if (score != other.score) {
                return score > other.score;
            }
            return photo == other.photo ? rank <= other.rank : photo < other.photo;
        }
    }

    /** All detections of a class. */
    private final class Row {
        private final int category;
        private final double[] area;
        private final double threshold;
        private final List<Judged> all = new ArrayList<>();
        private final long truths;

        Row(int category, double[] area, double threshold, int limit) {
            this.category = category;
            this.area = area;
            this.threshold = threshold;
            this.truths = photos.stream()
                    .flatMap(photo -> photo.truths.stream())
                    .filter(this::counts)
                    .count();
            for (int photo = 0; photo < photos.size(); photo++) {
                judge(photo, limit);
            }
        }

        private boolean counts(GroundTruth truth) {
            return truth.category() == category && !truth.crowd() && isInside(truth.area());
        }

        private boolean isInside(double size) {
            return size >= area[0] && size <= area[1];
        }

        private void judge(int index, int limit) {
            Seen photo = photos.get(index);
            Set<Integer> taken = new HashSet<>();
            for (int rank = 0; rank < limit; rank++) {
                int found = photo.find(category, rank);
                if (found < 0) {
                    return;
                }
                all.add(new Judged(photo.detections.get(found).score(), index, rank, fate(photo, found, taken)));
            }
        }

        private int fate(Seen photo, int found, Set<Integer> taken) {
            List<Integer> near = IntStream.range(0, photo.truths.size())
                    .filter(truth -> photo.truths.get(truth).category() == category)
                    .filter(truth -> photo.overlap[found][truth] >= threshold)
                    .filter(truth -> photo.truths.get(truth).crowd() || !taken.contains(truth))
                    .boxed()
                    .collect(Collectors.toList());
            boolean real = near.stream().anyMatch(truth -> counts(photo.truths.get(truth)));
            near.removeIf(truth -> counts(photo.truths.get(truth)) != real);
            double largest = near.stream()
                    .mapToDouble(truth -> photo.overlap[found][truth])
                    .max()
                    .orElse(0);
            near.removeIf(truth -> photo.overlap[found][truth] < largest);
            if (near.isEmpty()) {
                return isInside(photo.detections.get(found).extent().area()) ? -1 : 0;
            }
            taken.add(near.get(near.size() - 1));
            return real ? 1 : 0;
        }

        double recall() {
            return (double) all.stream().filter(each -> each.fate == 1).count() / truths;
        }

        /** The best precision among all cuts of the row that reach a recall, averaged over recalls. */
        double precision() {
            if (truths == 0) {
                return Double.NaN;
            }
            double[][] cuts = all.stream().map(this::cut).toArray(double[][]::new);
            double sum = 0;
            for (int step = 0; step <= 100; step++) {
                double recall = step * 0.01;
                sum += Arrays.stream(cuts)
                        .filter(cut -> cut[1] >= recall)
                        .mapToDouble(cut -> cut[0])
                        .max()
                        .orElse(0);
            }
            return sum / 101;
        }

        /** Precision and recall of all detections down to this one. */
        private double[] cut(Judged last) {
            double right = 0;
            double wrong = 0;
            for (Judged each : all) {
                right += each.isNotAfter(last) && each.fate == 1 ? 1 : 0;
                wrong += each.isNotAfter(last) && each.fate == -1 ? 1 : 0;
            }
            return new double[] {right == 0 ? 0 : right / (right + wrong), right / truths};
        }
    }
}
