@NullMarked
package org.vung.nets.graph;

import org.jspecify.annotations.NullMarked;
