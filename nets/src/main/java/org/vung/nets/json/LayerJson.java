package org.vung.nets.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vung.nets.layer.Layer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * A layer as the properties {@code type} (its record's name) and one for each component of the record, nested records as
 * objects, enums as their names. Types are those that {@link Layer} permits, and no others.
 */
public final class LayerJson {

    private static final String TYPE = "type";
    private static final Map<String, Class<?>> TYPES = types();
    /** Properties that older files do not have; they mean no there. */
    private static final Set<String> LATER = Set.of("frozen");

    private LayerJson() {}

    private static Map<String, Class<?>> types() {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        for (Class<?> type : Layer.class.getPermittedSubclasses()) {
            types.put(type.getSimpleName(), type);
        }
        return types;
    }

    /**
     * Writes a layer's properties into an object that is open.
     *
     * @param layer any
     * @param json where to
     */
    public static void write(Layer layer, JsonGenerator json) {
        json.writeStringProperty(TYPE, layer.getClass().getSimpleName());
        components(layer, json);
    }

    private static void components(Object holder, JsonGenerator json) {
        for (RecordComponent component : holder.getClass().getRecordComponents()) {
            json.writeName(component.getName());
            value(accessed(holder, component), json);
        }
    }

    private static void value(Object value, JsonGenerator json) {
        if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean yes) {
            json.writeBoolean(yes);
        } else if (value instanceof Enum<?> word) {
            json.writeString(word.name());
        } else {
            json.writeStartObject();
            components(value, json);
            json.writeEndObject();
        }
    }

    private static Object accessed(Object holder, RecordComponent component) {
        try {
            return component.getAccessor().invoke(holder);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("components of layers must be public, got " + component, impossible);
        }
    }

    /**
     * Reads a layer from an object.
     *
     * @param object its properties
     * @param where for messages: {@code nodes[3]}
     * @param others properties of the object that are not the layer's
     * @return the layer
     * @throws IllegalArgumentException if a property is missing, unknown, of the wrong kind or out of its range
     */
    public static Layer read(JsonNode object, String where, List<String> others) {
        String name = Fields.text(object, TYPE, where);
        Class<?> type = TYPES.get(name);
        if (type == null) {
            throw new IllegalArgumentException(
                    where + ".type must be one of " + String.join(", ", TYPES.keySet()) + ", got '" + name + "'");
        }
        List<String> allowed = new ArrayList<>(others);
        allowed.add(TYPE);
        return (Layer) holder(type, object, where, allowed);
    }

    private static Object holder(Class<?> type, JsonNode object, String where, List<String> others) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> allowed = new ArrayList<>(others);
        Class<?>[] kinds = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            allowed.add(components[i].getName());
            kinds[i] = components[i].getType();
        }
        Fields.only(object, allowed, where);
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            values[i] = LATER.contains(name) && !object.has(name)
                    ? false
                    : value(kinds[i], Fields.of(object, name, where), where + "." + name);
        }
        return made(type, kinds, values, where);
    }

    private static Object value(Class<?> kind, JsonNode value, String where) {
        if (kind == int.class) {
            return Fields.integer(value, where);
        }
        if (kind == double.class) {
            return Fields.number(value, where);
        }
        if (kind == boolean.class) {
            return Fields.yes(value, where);
        }
        return kind.isEnum() ? Fields.word(kind, value, where) : holder(kind, value, where, List.of());
    }

    private static Object made(Class<?> type, Class<?>[] kinds, Object[] values, String where) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(kinds);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            Throwable cause = refused.getCause();
            throw new IllegalArgumentException(where + ": " + (cause == null ? refused : cause.getMessage()), refused);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("layers must be public records, got " + type, impossible);
        }
    }
}
