/** Where the weights of a command come from: a file here, an address, a name that torchvision publishes. */
@NullMarked
package org.vung.cli.model.given;

import org.jspecify.annotations.NullMarked;
