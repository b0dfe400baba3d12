@NullMarked
package org.vung.nets.window;

import org.jspecify.annotations.NullMarked;
