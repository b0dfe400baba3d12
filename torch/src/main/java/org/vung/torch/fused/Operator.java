package org.vung.torch.fused;

import java.util.List;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.FunctionSchema;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.Type.TypePtr;
import org.bytedeco.pytorch.global.torch;

/** An operator of libtorch that has no function of its own in Java: found by its name, called with boxed arguments. */
final class Operator {

    private static final FunctionSchema TYPES = forever(torch.parseSchema("types(int[] a, Scalar?[] b) -> ()"));
    private static final TypePtr INTEGER = element(0);
    private static final TypePtr SCALAR = element(1);

    private final OperatorHandle handle;

    private Operator(OperatorHandle handle) {
        this.handle = handle;
    }

    /**
     * Looks an operator up.
     *
     * @param name with its namespace
     * @param overload may be empty
     * @return the operator, kept for the life of the process
     */
    static Operator named(String name, String overload) {
        return new Operator(forever(Dispatcher.singleton().findSchemaOrThrow(name, overload)));
    }

    /** Calls it for its only answer. */
    Tensor call(IValue... arguments) {
        IValueVector stack = new IValueVector(arguments);
        handle.callBoxed(stack);
        // The tensor is a part of the stack; ours must live on without it.
        return new Tensor(stack.get(0).toTensor());
    }

    static IValue none() {
        return new IValue();
    }

    static IValue integers(long... numbers) {
        GenericList list = new GenericList(INTEGER);
        for (long number : numbers) {
            list.push_back(new IValue(number));
        }
        return new IValue(list);
    }

    static IValue scalars(List<Double> numbers) {
        GenericList list = new GenericList(SCALAR);
        for (double number : numbers) {
            list.push_back(new IValue(number));
        }
        return new IValue(list);
    }

    /** Numbers from −1 to 1. */
    static Tensor ramp(long... dimensions) {
        long count = LongStream.of(dimensions).reduce(1, Math::multiplyExact);
        return torch.linspace(new Scalar(-1.0), new Scalar(1.0), count).view(dimensions);
    }

    /** Whether two tensors are equal to a 64th of their largest number, as bfloat16 allows and a wrong order of weights does not. */
    static boolean agree(Tensor one, Tensor other) {
        Tensor exact = one.to(torch.ScalarType.Float);
        double error = exact.sub(other.to(torch.ScalarType.Float)).abs().max().item_double();
        return error <= exact.abs().max().item_double() / 64;
    }

    private static TypePtr element(long argument) {
        return forever(TYPES.arguments().getPointer(argument).type().get().containedType(0));
    }

    /** What is made inside the scope of some network must outlive it. */
    static <P extends Pointer> P forever(P pointer) {
        pointer.retainReference();
        return pointer;
    }
}
