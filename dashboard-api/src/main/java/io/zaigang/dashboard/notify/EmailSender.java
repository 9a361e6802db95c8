package io.zaigang.dashboard.notify;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** E-mail over the hall's own server (Jakarta Mail). */
@Component
class EmailSender implements Sender {

  private static final String PATIENCE_MILLIS = "10000";
  private static final String UTF_8 = "UTF-8";

  private final Clock clock;

  EmailSender(Clock clock) {
    this.clock = clock;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.EMAIL;
  }

  @Override
  public void send(Channel channel, Letter letter) throws SendFailed {
    try {
      MimeMessage mail = new MimeMessage(session(channel));
      mail.setFrom(new InternetAddress(from(channel)));
      for (String recipient : channel.recipients()) {
        mail.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient, true));
      }
      mail.setSubject(letter.title(), UTF_8);
      mail.setText(text(letter), UTF_8);
      mail.setHeader("X-Zaigang-Delivery", letter.id());
      mail.setSentDate(Date.from(clock.instant()));
      Transport.send(mail);
    } catch (MessagingException e) {
      // the class says what kind of trouble; the text of servers may repeat what was sent
      throw SendFailed.because(
          "Mail server " + channel.address().getHost() + ": " + e.getClass().getSimpleName());
    }
  }

  private static String text(Letter letter) {
    StringBuilder text = new StringBuilder();
    for (Letter.Line line : letter.lines()) {
      text.append(line.text()).append('\n');
      if (line.link() != null) {
        text.append(line.link()).append('\n');
      }
    }
    return text.toString();
  }

  /**
   * The account is the sender where it is an address; else the first recipient writes to itself.
   */
  private static String from(Channel channel) {
    String user = channel.secrets().user();
    return user.contains("@") ? user : channel.recipients().get(0);
  }

  private static Session session(Channel channel) {
    URI address = channel.address();
    Properties properties = new Properties();
    properties.put("mail.smtp.host", address.getHost());
    properties.put("mail.smtp.port", Integer.toString(port(address)));
    properties.put("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    properties.put("mail.smtp.timeout", PATIENCE_MILLIS);
    properties.put("mail.smtp.writetimeout", PATIENCE_MILLIS);
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    boolean starttls = address.getScheme().equals("smtp+starttls");
    properties.put("mail.smtp.ssl.enable", Boolean.toString(address.getScheme().equals("smtps")));
    properties.put("mail.smtp.starttls.enable", Boolean.toString(starttls));
    properties.put("mail.smtp.starttls.required", Boolean.toString(starttls));
    ChannelSecrets secrets = channel.secrets();
    if (secrets.token().isEmpty()) {
      return Session.getInstance(properties);
    }
    properties.put("mail.smtp.auth", "true");
    return Session.getInstance(
        properties,
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(secrets.user(), secrets.token());
          }
        });
  }

  private static int port(URI address) {
    if (address.getPort() > 0) {
      return address.getPort();
    }
    return switch (address.getScheme()) {
      case "smtps" -> 465;
      case "smtp+starttls" -> 587;
      default -> 25;
    };
  }
}
