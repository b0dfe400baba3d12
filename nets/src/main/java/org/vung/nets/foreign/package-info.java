/**
 * Networks from elsewhere as segmenters: files that run by themselves but do not say what their numbers mean. A
 * {@link org.vung.nets.foreign.Description} beside the file says it; {@link org.vung.nets.foreign.ForeignSegmenter} brings images of
 * any size to the network and its scores back to the pixels. What runs the file is a {@link org.vung.nets.foreign.ForeignNetwork}.
 */
@NullMarked
package org.vung.nets.foreign;

import org.jspecify.annotations.NullMarked;
