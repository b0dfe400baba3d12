/** Rules that decide over what was measured: a measure, a comparison, a threshold with hysteresis, an action. */
@NullMarked
package org.vung.measure.rule;

import org.jspecify.annotations.NullMarked;
