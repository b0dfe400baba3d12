/**
 * Python's pickles, as far as PyTorch's weights need them.
 *
 * <p>A pickle is a program. The machine here knows a few instructions and a few names, all of which only build values;
 * any other is refused by name, and nothing of a file is ever run. Sources: Python's {@code pickletools} for the
 * instructions, PyTorch's {@code torch/_utils.py} for the names.
 */
@NullMarked
package org.vung.nets.weights.pickle;

import org.jspecify.annotations.NullMarked;
