/**
 * The safetensors format: eight bytes of length, a header in JSON, then the numbers. Source: the format's description at
 * github.com/huggingface/safetensors (README, "Format"), whose limits are all enforced.
 *
 * <p>Narrower than the source: at most 64 dimensions, each below 2³¹; the types U16, U32, U64, F8 and complex are
 * refused.
 */
@NullMarked
package org.vung.nets.weights.safetensors;

import org.jspecify.annotations.NullMarked;
