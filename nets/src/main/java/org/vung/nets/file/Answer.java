package org.vung.nets.file;

/** What the numbers of a network's main output mean. */
public enum Answer {
    /** A score per class; the softmax makes probabilities of them, the largest is the class. */
    LOGITS,
    /** A probability per class. */
    PROBABILITIES,
    /** One score; the sigmoid makes the probability of class 1 of it, class 0 is the rest. */
    LOGIT,
    /** A picture; −1 is black, 1 the full colour. */
    PICTURE
}
