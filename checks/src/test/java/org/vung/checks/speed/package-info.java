/** Measurements that anyone can rerun: time and memory against the number of pixels. */
@NullMarked
package org.vung.checks.speed;

import org.jspecify.annotations.NullMarked;
