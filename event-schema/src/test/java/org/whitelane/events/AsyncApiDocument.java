package org.whitelane.events;

import static org.whitelane.events.AsyncApiNodes.array;
import static org.whitelane.events.AsyncApiNodes.object;
import static org.whitelane.events.AsyncApiNodes.ref;
import static org.whitelane.events.AsyncApiNodes.text;

import tools.jackson.databind.node.ObjectNode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The AsyncAPI 3.0 document of all topics. What is sent comes from the code (types, topics,
 * headers, schemas, samples), who sends and receives it from the catalogue in docs/events.md, which
 * {@link CatalogueTests} keep equal to the code.
 */
final class AsyncApiDocument {

    static final String BINDING = "0.5.0";

    private final Map<String, List<String>> catalogue = EventsDocument.catalogue();
    private final AsyncApiSchemas schemas = new AsyncApiSchemas();

    private AsyncApiDocument() {}

    static ObjectNode generate() {
        return new AsyncApiDocument().document();
    }

    private ObjectNode document() {
        var document = text(object(), "asyncapi", "3.0.0");
        document.set("info", info());
        text(document, "defaultContentType", EventAttributes.JSON);
        document.set("servers", servers());
        document.set("channels", channels());
        document.set("operations", operations());
        document.set("components", components());
        return document;
    }

    private static ObjectNode info() {
        var info = text(object(), "title", "Whitelane events");
        // the contract has no version of its own: each topic and type carries its major version
        text(info, "version", "v1");
        text(
                info,
                "description",
                """
                Every decision of the suite as an event: CloudEvents 1.0 in Kafka's binary mode. Headers hold the \
                attributes, the value holds the JSON of the data and nothing else. Delivery is at least once, in order \
                per key. A published type gains optional fields only: ignore fields, values and types you do not know. \
                How to prove that nothing is missing or altered stands in docs/events.md.\
                """);
        info.set(
                "contact",
                text(text(object(), "name", "Whitelane"), "url", "https://whitelane.org"));
        info.set(
                "tags",
                array(
                        text(
                                text(object(), "name", "mailed"),
                                "description",
                                "Subscribers may get an e-mail about it.")));
        return info;
    }

    private static ObjectNode servers() {
        var broker = text(object(), "host", "{broker}");
        text(broker, "protocol", "kafka");
        text(broker, "description", "Any broker of the cluster.");
        broker.putObject("variables")
                .set(
                        "broker",
                        text(
                                text(object(), "default", "127.0.0.1:19092"),
                                "description",
                                "host:port; the default is the one of deploy/run"));
        return object("broker", broker);
    }

    private ObjectNode channels() {
        var channels = object();
        for (var topic : Topic.values()) {
            var channel = text(object(), "address", topic.topicName());
            text(
                    channel,
                    "description",
                    "All events of one kind of aggregate; the key is the aggregate's id. Kept for"
                            + " ever.");
            var messages = channel.putObject("messages");
            types(topic)
                    .forEach(type -> messages.set(name(type), ref("components/messages", type)));
            var kafka = channel.putObject("bindings").putObject("kafka");
            text(kafka, "topic", topic.topicName()).put("partitions", Topic.PARTITIONS);
            var settings = kafka.putObject("topicConfiguration");
            settings.putArray("cleanup.policy").add("delete");
            settings.put("retention.ms", -1).put("retention.bytes", -1);
            text(kafka, "bindingVersion", BINDING);
            channels.set(topic.topicName(), channel);
        }
        return channels;
    }

    private ObjectNode operations() {
        var operations = object();
        for (var topic : Topic.values()) {
            var types = types(topic);
            operation(operations, "send", row(types.getFirst()).get(3), topic, types);
            types.stream()
                    .flatMap(type -> consumers(type).stream())
                    .distinct()
                    .forEach(
                            consumer ->
                                    operation(
                                            operations,
                                            "receive",
                                            consumer,
                                            topic,
                                            types.stream()
                                                    .filter(t -> consumers(t).contains(consumer))
                                                    .toList()));
            operation(operations, "receive", "regulator", topic, types);
        }
        return operations;
    }

    private static void operation(
            ObjectNode operations,
            String action,
            String who,
            Topic topic,
            List<Class<? extends EventPayload>> types) {
        var aggregate = AsyncApiNodes.nameOf(topic);
        var operation = text(object(), "action", action);
        text(operation, "title", "%s %ss %s events".formatted(who, action, aggregate));
        text(
                operation,
                "description",
                who.equals("regulator")
                        ? "Whoever supervises may read the topic."
                        : action.equals("send") ? "The only producer." : "Keeps a projection.");
        operation.set("channel", ref("channels/" + topic.topicName()));
        var messages = operation.putArray("messages");
        types.forEach(
                type ->
                        messages.add(
                                ref("channels/" + topic.topicName() + "/messages/" + name(type))));
        operations.set("%s-%ss-%s".formatted(who, action, aggregate), operation);
    }

    private ObjectNode components() {
        var messages = object();
        EventTypes.all()
                .forEach(
                        type ->
                                messages.set(
                                        name(type), AsyncApiMessage.of(type, row(type), schemas)));
        var components = object("messages", messages);
        components.set("schemas", schemas.components());
        return components;
    }

    private List<String> consumers(Class<? extends EventPayload> type) {
        return Arrays.stream(row(type).get(4).split(", "))
                .filter(name -> !name.equals("—"))
                .toList();
    }

    private List<String> row(Class<? extends EventPayload> type) {
        return Objects.requireNonNull(catalogue.get(EventTypes.typeOf(type)));
    }

    private static List<Class<? extends EventPayload>> types(Topic topic) {
        return EventTypes.all().stream().filter(type -> EventTypes.topicOf(type) == topic).toList();
    }

    private static String name(Class<? extends EventPayload> type) {
        return AsyncApiNodes.nameOf(type);
    }
}
