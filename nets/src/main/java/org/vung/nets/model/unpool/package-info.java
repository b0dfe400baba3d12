/** Networks that enlarge by putting numbers back where a max pooling found them. */
@NullMarked
package org.vung.nets.model.unpool;

import org.jspecify.annotations.NullMarked;
