/** The Java side of comparisons with peers: a worker process that Python scripts talk to, one JSON object a line. */
@NullMarked
package org.vung.checks.peer;

import org.jspecify.annotations.NullMarked;
