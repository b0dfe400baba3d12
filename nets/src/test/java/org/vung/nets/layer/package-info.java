@NullMarked
package org.vung.nets.layer;

import org.jspecify.annotations.NullMarked;
