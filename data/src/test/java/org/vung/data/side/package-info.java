@NullMarked
package org.vung.data.side;

import org.jspecify.annotations.NullMarked;
