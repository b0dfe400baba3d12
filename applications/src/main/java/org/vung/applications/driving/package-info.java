/** Driving: what lies in the way ahead, frame after frame. */
@NullMarked
package org.vung.applications.driving;

import org.jspecify.annotations.NullMarked;
