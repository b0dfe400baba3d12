package org.vung.data.evaluate;

import java.util.List;
import java.util.stream.DoubleStream;
import org.vung.data.ClassMap;
import org.vung.data.Dataset;
import org.vung.data.ObjectSet;
import org.vung.data.Truth;
import org.vung.label.LabelMap;
import org.vung.score.Contingency;
import org.vung.score.region.AdaptedRand;
import org.vung.score.region.Covering;
import org.vung.score.region.RandIndex;
import org.vung.score.region.VariationOfInformation;

/**
 * Regions, whatever they are called: for methods whose labels are not the classes of the data. Every label is one region on either
 * side; unknown pixels are left out. One truth an image; the benchmark of several people is
 * {@link org.vung.score.region.RegionBenchmark}.
 */
public record RegionFamily() implements Family<RegionFamily.Agreement> {

    /**
     * What was counted on an image.
     *
     * @param rand the Rand index
     * @param information variation of information
     * @param covered Σ |R| · max IoU
     * @param area Σ |R|
     * @param adaptedRand adapted Rand error, label 0 of the truth left out
     */
    public record Agreement(
            double rand, VariationOfInformation information, double covered, double area, double adaptedRand) {}

    @Override
    public String name() {
        return "regions";
    }

    @Override
    public Dataset view(Dataset set) {
        return set;
    }

    @Override
    public Agreement count(Truth truth, Prediction said) {
        Contingency all = Contingency.of(shown(truth), said.labels());
        Contingency overlaps = truth instanceof ClassMap ? all.withoutFirst(ClassMap.IGNORE) : all;
        Covering covering = Covering.of(List.of(overlaps));
        return new Agreement(
                RandIndex.of(overlaps),
                VariationOfInformation.of(overlaps),
                covering.covered(),
                covering.area(),
                AdaptedRand.of(overlaps).error());
    }

    @Override
    public List<Score> scores() {
        return List.of(
                Score.overall("covering"),
                Score.overall("Rand index"),
                Score.error("variation of information"),
                Score.error("splits"),
                Score.error("merges"),
                Score.error("adapted Rand error"));
    }

    @Override
    public double[] values(List<Agreement> counts) {
        double covered = counts.stream().mapToDouble(Agreement::covered).sum();
        double area = counts.stream().mapToDouble(Agreement::area).sum();
        return new double[] {
            covered / area,
            mean(counts.stream().mapToDouble(Agreement::rand)),
            mean(counts.stream().mapToDouble(image -> image.information.total())),
            mean(counts.stream().mapToDouble(image -> image.information.splits())),
            mean(counts.stream().mapToDouble(image -> image.information.merges())),
            mean(counts.stream().mapToDouble(Agreement::adaptedRand))
        };
    }

    private static double mean(DoubleStream values) {
        return values.filter(value -> !Double.isNaN(value)).average().orElse(Double.NaN);
    }

    @Override
    public LabelMap shown(Truth truth) {
        return truth instanceof ObjectSet
                ? new InstanceFamily().shown(truth)
                : ClassMatch.map(truth).labels();
    }

    @Override
    public LabelMap shown(Prediction said) {
        return said.labels();
    }
}
