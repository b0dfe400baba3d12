/** TorchScript files as segmenters. Such a file is a program; only who trusts it opens it. */
@NullMarked
package org.vung.torch.script;

import org.jspecify.annotations.NullMarked;
