/** What can be measured on regions: area, place, shape, colour. */
@NullMarked
package org.vung.measure;

import org.jspecify.annotations.NullMarked;
