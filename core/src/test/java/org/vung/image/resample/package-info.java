@NullMarked
package org.vung.image.resample;

import org.jspecify.annotations.NullMarked;
