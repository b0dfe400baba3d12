/** Whether a network works on this machine. */
@NullMarked
package org.vung.torch.check;

import org.jspecify.annotations.NullMarked;
