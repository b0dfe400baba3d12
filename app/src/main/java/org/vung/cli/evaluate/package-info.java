/** {@code vung evaluate}: methods judged on images with ground truth. */
@NullMarked
package org.vung.cli.evaluate;

import org.jspecify.annotations.NullMarked;
