package org.vung.cli.evaluate;

import org.jspecify.annotations.Nullable;
import org.vung.data.evaluate.Score;
import org.vung.score.Bootstrap;

/**
 * One line of the result.
 *
 * @param family of the score
 * @param score its name
 * @param first value and limits of the method
 * @param second value and limits of the method it is compared with
 * @param gain second minus first on the same images
 */
record Row(
        String family,
        Score score,
        Bootstrap.Interval first,
        Bootstrap.@Nullable Interval second,
        Bootstrap.@Nullable Difference gain) {}
