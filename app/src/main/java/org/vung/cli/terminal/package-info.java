/** How commands talk to the person who typed them. */
@NullMarked
package org.vung.cli.terminal;

import org.jspecify.annotations.NullMarked;
