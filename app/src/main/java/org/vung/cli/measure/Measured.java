package org.vung.cli.measure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vung.data.sheet.Sheet;
import org.vung.measure.rule.Verdict;
import org.vung.measure.scene.Measurement;

/**
 * What {@code vung measure} found on one label image.
 *
 * @param labels its name as it was given
 * @param photo that belongs to it
 * @param measurement regions and shares
 * @param regions a row each
 * @param shares a row per place and class
 * @param change a row per class, where there is an image before
 * @param hours since that image, where they are known
 * @param verdicts what fired
 * @param outputs what was written, to paths
 */
record Measured(
        String labels,
        Optional<Path> photo,
        Measurement measurement,
        Sheet regions,
        Sheet shares,
        Optional<Sheet> change,
        Optional<Duration> hours,
        List<Verdict> verdicts,
        Map<String, String> outputs) {}
