package org.whitelane.whitelist.request.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.whitelane.whitelist.request.RequestAction;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The roles that the edge asks before it reads anything are those of the move table. */
class MoveRolesTests {

    private static final Map<String, RequestAction> ACTIONS =
            Map.ofEntries(
                    Map.entry("draft", RequestAction.CREATE),
                    Map.entry("revise", RequestAction.REVISE),
                    Map.entry("attach", RequestAction.ATTACH),
                    Map.entry("detach", RequestAction.DETACH),
                    Map.entry("submit", RequestAction.SUBMIT),
                    Map.entry("withdraw", RequestAction.WITHDRAW),
                    Map.entry("accept", RequestAction.ACCEPT),
                    Map.entry("requestCorrection", RequestAction.REQUEST_CORRECTION),
                    Map.entry("decline", RequestAction.DECLINE),
                    Map.entry("admit", RequestAction.ADMIT),
                    Map.entry("refuseAdmission", RequestAction.REFUSE_ADMISSION),
                    Map.entry("supply", RequestAction.SUPPLY),
                    Map.entry("extend", RequestAction.EXTEND),
                    Map.entry("recommend", RequestAction.RECOMMEND),
                    Map.entry("refuseRecommendation", RequestAction.REFUSE_RECOMMENDATION),
                    Map.entry("openJointReview", RequestAction.OPEN_JOINT_REVIEW),
                    Map.entry("giveOpinion", RequestAction.GIVE_OPINION),
                    Map.entry("recognise", RequestAction.RECOGNISE),
                    Map.entry("reject", RequestAction.REJECT));

    @Test
    void everyChangeAsksForTheRolesOfItsMove() {
        var asked =
                Stream.of(
                                RequestController.class,
                                DocumentController.class,
                                DecisionController.class,
                                ReviewController.class)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(MoveRolesTests::changes)
                        .collect(Collectors.toMap(Method::getName, MoveRolesTests::roles));

        var wanted =
                ACTIONS.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, e -> e.getValue().who().roles()));
        assertThat(asked).isEqualTo(wanted);
    }

    private static boolean changes(Method method) {
        return AnnotatedElementUtils.hasAnnotation(method, PostMapping.class)
                || AnnotatedElementUtils.hasAnnotation(method, PutMapping.class)
                || AnnotatedElementUtils.hasAnnotation(method, DeleteMapping.class);
    }

    private static List<String> roles(Method method) {
        var rule = Objects.requireNonNull(method.getAnnotation(PreAuthorize.class)).value();
        return Pattern.compile("'([A-Z_]+)'").matcher(rule).results().map(r -> r.group(1)).toList();
    }
}
