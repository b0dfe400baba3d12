package org.vung.torch.train.loss;

import java.util.List;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Several losses, each times a factor.
 *
 * @param terms at least one
 */
public record Sum(List<Term> terms) implements Loss {

    /**
     * One of them.
     *
     * @param factor above 0
     * @param loss any
     */
    public record Term(double factor, Loss loss) {

        /** Checks the factor. */
        public Term {
            if (!(factor > 0) || Double.isInfinite(factor)) {
                throw new IllegalArgumentException("factor of " + loss + " must be above 0, got " + factor);
            }
        }

        private Tensor of(Tensor scores, Target target) {
            Tensor own = loss.of(scores, target);
            return factor == 1 ? own : own.mul(new Scalar(factor));
        }

        @Override
        public String toString() {
            return factor == 1 ? loss.toString() : factor + "*" + loss;
        }
    }

    /** Copies the list. */
    public Sum {
        terms = List.copyOf(terms);
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("a sum of losses must have at least one, got none");
        }
    }

    @Override
    public Tensor of(Tensor scores, Target target) {
        Tensor sum = terms.get(0).of(scores, target);
        for (Term term : terms.subList(1, terms.size())) {
            sum = sum.add(term.of(scores, target));
        }
        return sum;
    }

    @Override
    public String toString() {
        return terms.stream().map(Term::toString).collect(Collectors.joining("+"));
    }
}
