@NullMarked
package org.vung.nets.worked;

import org.jspecify.annotations.NullMarked;
