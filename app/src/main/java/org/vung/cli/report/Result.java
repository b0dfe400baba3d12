package org.vung.cli.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vung.Findings;
import org.vung.Instance;
import org.vung.image.Size;
import org.vung.label.LabelClass;
import org.vung.measure.RegionSummary;
import org.vung.measure.rule.Verdict;

/**
 * What {@code vung segment} did with one image.
 *
 * @param image path, URL or {@code -} as it was given
 * @param page number from 1
 * @param method its text, with the seed if one was given
 * @param size of the image
 * @param kind {@code partition}, {@code semantic} or {@code instances}
 * @param classes what labels mean, for {@code semantic}, or categories of objects, for {@code instances}; else empty
 * @param objects for {@code instances}, label k being the k-th; else empty
 * @param regions that have pixels
 * @param findings of the method
 * @param seconds what took how long
 * @param outputs what was written: {@code labels}, {@code overlay}, {@code filtered}, {@code uncertainty}, {@code coco},
 *     {@code side_by_side}, {@code json} to paths
 * @param verdicts what rules decided; empty where there are none
 */
public record Result(
        String image,
        int page,
        String method,
        Size size,
        String kind,
        List<LabelClass> classes,
        List<Instance> objects,
        List<RegionSummary> regions,
        Findings findings,
        Seconds seconds,
        Map<String, String> outputs,
        Optional<List<Verdict>> verdicts) {

    /**
     * Wall time.
     *
     * @param read reading the input, all its pages together
     * @param segment one per repeat
     * @param write labels and pictures, synced to disk
     */
    public record Seconds(double read, List<Double> segment, double write) {}
}
