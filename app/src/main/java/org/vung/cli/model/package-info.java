/** {@code vung model}: networks told and drawn. */
@NullMarked
package org.vung.cli.model;

import org.jspecify.annotations.NullMarked;
