/** Images with their ground truth, as they lie on disk: what a network is trained on and judged by. */
@NullMarked
package org.vung.data;

import org.jspecify.annotations.NullMarked;
