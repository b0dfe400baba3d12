@NullMarked
package org.vung.nets.foreign;

import org.jspecify.annotations.NullMarked;
