/** The networks this project knows, each a function that builds a graph, and the one list of them. */
@NullMarked
package org.vung.nets.model;

import org.jspecify.annotations.NullMarked;
