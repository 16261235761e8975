import "@bookplate/react/styles.css";
import "@bookplate/react/chat.css";
import "@bookplate/react/account.css";
import "./book.css";
