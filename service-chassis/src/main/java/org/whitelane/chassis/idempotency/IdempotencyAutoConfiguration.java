package org.whitelane.chassis.idempotency;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.Pointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.chassis.web.RequestCheck;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/**
 * {@link Idempotent} and the keys of {@link Changes}, where there is a database to keep answers in.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(JdbcClient.class)
public class IdempotencyAutoConfiguration {

    /** Behind the check of roles: who may not do a thing learns nothing about who did. */
    private static final int AFTER_AUTHORISATION = 10_000;

    @Bean
    Answers idempotencyAnswers(JdbcClient db) {
        return new Answers(db);
    }

    @Bean
    AnswerPurge idempotencyPurge(Answers answers) {
        return new AnswerPurge(answers);
    }

    @Bean
    Once idempotencyParts(
            PlatformTransactionManager transactions, Answers answers, JsonMapper mapper) {
        return new Once(new TransactionTemplate(transactions), answers, mapper);
    }

    @Bean
    OnceEach onceEach(Once parts) {
        return new OnceEach(parts);
    }

    @Bean
    OnceStreamed onceStreamed(Once parts) {
        return new OnceStreamed(parts);
    }

    /** So that a missing key and a wrong body are told in one answer. */
    @Bean
    RequestCheck idempotencyKeyCheck() {
        return (handler, request) -> {
            var rule = AnnotatedElementUtils.findMergedAnnotation(handler, Idempotent.class);
            boolean taken =
                    rule == null
                            ? Changes.isChange(handler) && Keys.isForChange(request)
                            : !Keys.isDryRun(rule, request);
            return taken ? Keys.faults(request) : List.of();
        };
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor idempotencyAdvisor(ObjectProvider<Once> once) {
        return advisor(
                AnnotationMatchingPointcut.forMethodAnnotation(Idempotent.class),
                new OnceInterceptor(once::getObject));
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor changeAdvisor(ObjectProvider<Once> once) {
        return advisor(new Changes(), new ChangeInterceptor(once::getObject));
    }

    private static Advisor advisor(Pointcut where, MethodInterceptor what) {
        var advisor = new DefaultPointcutAdvisor(where, what);
        advisor.setOrder(AFTER_AUTHORISATION);
        return advisor;
    }
}
