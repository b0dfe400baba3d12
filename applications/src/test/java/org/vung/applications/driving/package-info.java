/** Tests of this application on made-up pictures, and on real ones where {@code VUNG_DATA} names their folder. */
@NullMarked
package org.vung.applications.driving;

import org.jspecify.annotations.NullMarked;
